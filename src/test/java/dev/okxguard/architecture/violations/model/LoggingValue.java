package dev.okxguard.architecture.violations.model;

import java.util.logging.Logger;

/// A value that knows a module besides `java.base`.
record LoggingValue(Logger logger) {}
