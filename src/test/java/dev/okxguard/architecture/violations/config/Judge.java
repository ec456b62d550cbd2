package dev.okxguard.architecture.violations.config;

import dev.okxguard.architecture.violations.guard.Verdict;

/// Configuration that passes verdicts.
record Judge(Verdict verdict) {}
