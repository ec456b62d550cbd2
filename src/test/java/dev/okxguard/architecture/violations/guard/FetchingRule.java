package dev.okxguard.architecture.violations.guard;

import java.net.URI;

/// A rule that reads from the network.
record FetchingRule(URI source) {}
