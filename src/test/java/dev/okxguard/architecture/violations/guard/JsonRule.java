package dev.okxguard.architecture.violations.guard;

import tools.jackson.databind.JsonNode;

/// A rule that reads JSON.
record JsonRule(JsonNode json) {}
