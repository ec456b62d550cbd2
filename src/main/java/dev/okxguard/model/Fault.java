package dev.okxguard.model;

import java.util.Optional;

/// Something that stops a command before it has an outcome. Each kind has one exit code, see
/// [ExitCode]; the message says what, the hint says what to do next. Neither ever holds a secret.
public class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String hint;
  private final transient Optional<ExchangeError> exchange;

  public Fault(ExitCode exitCode, String message, String hint) {
    this(exitCode, message, hint, Optional.empty());
  }

  public Fault(ExitCode exitCode, String message, String hint, Optional<ExchangeError> exchange) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
    this.exchange = exchange;
  }

  /// What the process will exit with.
  public ExitCode exitCode() {
    return exitCode;
  }

  /// Whether nobody answered, or nobody had time: what was asked for is as unknown as before.
  public boolean unanswered() {
    return exitCode == ExitCode.UNREACHABLE || exitCode == ExitCode.BUSY;
  }

  /// The next step for whoever reads it, "" when there is none.
  public String hint() {
    return hint;
  }

  /// What the exchange said, when it was the exchange.
  public Optional<ExchangeError> exchange() {
    return exchange;
  }
}
