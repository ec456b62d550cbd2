/// `okx help` and `okx completion`: what the program says about itself, all of it made from the
/// command tree and the table of exit codes.
///
/// Depends on `cli`, `console`, `diagnose`, `model` and picocli. Opens no file and no connection.
package dev.okxguard.cli.help;
