package dev.okxguard.model;

/// One API key with its secret and passphrase, from one source.
public record Credentials(Secret apiKey, Secret secretKey, Secret passphrase) {}
