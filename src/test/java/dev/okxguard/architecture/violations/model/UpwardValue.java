package dev.okxguard.architecture.violations.model;

import dev.okxguard.architecture.violations.okx.RestClient;

/// A value that knows the client.
record UpwardValue(RestClient client) {}
