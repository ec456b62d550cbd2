/// `okx help`, `okx completion` and the manual pages: what the program says about itself, all of it
/// made from the command tree and the table of exit codes.
///
/// Depends on `cli`, `console`, `diagnose`, `model` and picocli. Opens no connection and, but for
/// the manual pages it is asked to write, no file.
package dev.okxguard.cli.help;
