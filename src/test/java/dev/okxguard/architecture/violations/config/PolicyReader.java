package dev.okxguard.architecture.violations.config;

import dev.okxguard.architecture.violations.guard.Policy;
import org.tomlj.TomlParseResult;

/// Reads policies, as it may.
record PolicyReader(TomlParseResult file, Policy policy) {}
