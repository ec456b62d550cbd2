/// The command line: one file a verb. Translates arguments, calls one thing, returns a report.
///
/// May depend on everything but OkHttp and TOML; nothing but `Main` depends on it. Never repeats a
/// request and never decides whether an order may go.
package dev.okxguard.cli;
