package dev.okxguard.architecture.violations.alert;

import dev.okxguard.architecture.violations.diagnose.Bell;

/// One half of a cycle, upwards.
public record Ring(Bell bell) {}
