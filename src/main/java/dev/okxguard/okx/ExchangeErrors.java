package dev.okxguard.okx;

import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.Transmission.Answered;
import java.util.Set;
import java.util.stream.Stream;

/// Makes an [ExchangeError] of what an exchange sent, and an exit code of its kind.
public final class ExchangeErrors {
  /// OKX trades no such instrument.
  static final Set<String> NO_INSTRUMENT = Set.of("51001");

  private ExchangeErrors() {}

  /// Whether OKX refused a read since it trades no such instrument: it was delivered or delisted,
  /// or never was.
  public static boolean noInstrument(Fault fault) {
    return Said.said(fault, NO_INSTRUMENT);
  }

  /// What a write that ended so exits with.
  public static ExitCode exitCode(ExchangeError.Kind kind) {
    return switch (kind) {
      case AUTH -> ExitCode.AUTH;
      case REJECTED, NOT_ACCEPTED -> ExitCode.REJECTED;
      case BUSY -> ExitCode.BUSY;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }

  /// What a read that ended so exits with: it changes nothing, so that an unknown end is only a
  /// failed read.
  public static ExitCode exitCodeOfRead(ExchangeError.Kind kind) {
    return kind == ExchangeError.Kind.UNKNOWN ? ExitCode.UNREACHABLE : exitCode(kind);
  }

  /// The error of that code that a read got; one that the table lacks is guessed at.
  static ExchangeError of(String code, String message, Answered answer, Scrub scrub) {
    return of(ErrorTable.row(code, answer.status()), code, message, answer, scrub);
  }

  /// The error of that code that a write got; one that the table lacks is UNKNOWN.
  static ExchangeError ofWrite(String code, String message, Answered answer, Scrub scrub) {
    return of(ErrorTable.rowOfWrite(code), code, message, answer, scrub);
  }

  private static ExchangeError of(
      ErrorTable.Row row, String code, String message, Answered answer, Scrub scrub) {
    return new ExchangeError(
        code.matches("[0-9]{1,6}") ? code : scrub.text(code),
        scrub.text(message.isBlank() ? row.meaning() : message),
        row.kind(),
        row.meaning(),
        row.next(),
        answer.status(),
        scrub.text(traceId(answer)));
  }

  /// An answer that is not OKX's, or none at all (status 0): whether it took effect is not known.
  static ExchangeError unknown(String what, int status, String traceId) {
    return new ExchangeError(
        "",
        what,
        ExchangeError.Kind.UNKNOWN,
        "nobody knows yet whether the request took effect",
        ErrorTable.next(ExchangeError.Kind.UNKNOWN),
        status,
        traceId);
  }

  /// The same error as one of kind UNKNOWN, with the next step that belongs to it.
  static ExchangeError asUnknown(ExchangeError error) {
    if (error.kind() == ExchangeError.Kind.UNKNOWN) {
      return error;
    }
    return new ExchangeError(
        error.code(),
        error.message(),
        ExchangeError.Kind.UNKNOWN,
        error.meaning(),
        ErrorTable.next(ExchangeError.Kind.UNKNOWN),
        error.httpStatus(),
        error.traceId());
  }

  /// OKX's id of the request, by any of the names seen (reference a.3).
  static String traceId(Answered answer) {
    return Stream.of("x-trace-id", "x-request-id", "traceid")
        .flatMap(name -> answer.header(name).stream())
        .findFirst()
        .orElse("");
  }
}
