package dev.okxguard.architecture.violations.model;

import tools.jackson.databind.JsonNode;

/// A value that knows Jackson.
record JsonValue(JsonNode json) {}
