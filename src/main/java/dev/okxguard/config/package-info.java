/// Configuration, credentials and policy files: what the user chose, and where each choice came
/// from.
///
/// Depends on `model`, `disk`, `guard.Policy` and tomlj, which nobody else knows. Reads files and
/// the environment map it is given; writes nothing but policies it remembers and a new profile,
/// prints nothing, and never shows a file's content or the TOML library's messages, since both hold
/// secrets.
package dev.okxguard.config;
