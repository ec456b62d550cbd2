package dev.okxguard.architecture.violations.model;

import java.nio.file.Path;

/// A value that knows files.
record FileValue(Path path) {}
