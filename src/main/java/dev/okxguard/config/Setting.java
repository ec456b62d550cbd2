package dev.okxguard.config;

/// One effective setting, fit for showing.
///
/// @param key the file's name for it
/// @param value the value; `set` or `not set` for a secret
/// @param source where it came from, for example `OKX_SITE`, `config.toml [profiles.main]` or
///   `default`
public record Setting(String key, String value, String source) {}
