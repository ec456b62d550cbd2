/// `okx diagnose`: hands the checks what they look at, tells what they found, and writes a report
/// that is safe to post.
///
/// Depends on `cli`, `diagnose`, `config`, `trade`, `okx`, `journal`, `console`, `disk`, `model`
/// and picocli.
package dev.okxguard.cli.diagnose;
