package dev.okxguard.reconcile;

import java.time.Duration;
import java.util.Optional;

/// What to hold the account against, and what to do about it.
///
/// @param declared what the caller says it should hold; empty for the books in the journal
/// @param halt whether drift halts trading
/// @param maxTime all of it takes no longer, alerts aside
public record Request(Optional<Declared> declared, boolean halt, Duration maxTime) {}
