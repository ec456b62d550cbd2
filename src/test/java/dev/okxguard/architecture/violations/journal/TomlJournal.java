package dev.okxguard.architecture.violations.journal;

import org.tomlj.TomlArray;

/// A journal in TOML.
record TomlJournal(TomlArray lines) {}
