package dev.okxguard.architecture.violations.diagnose;

import dev.okxguard.architecture.violations.alert.Ring;

/// The other half.
public record Bell(Ring ring) {}
