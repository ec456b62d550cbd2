package dev.okxguard.architecture.violations.okx;

import java.util.List;

/// What became of several writes.
public record WriteReplies(List<WriteReply> all) {}
