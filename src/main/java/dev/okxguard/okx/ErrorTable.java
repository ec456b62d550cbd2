package dev.okxguard.okx;

import dev.okxguard.model.ExchangeError.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Every code of OKX that matters to us: what it means for a write, in plain words, and the next
/// step. Kept in `error-codes.tsv`, read when the first error comes.
public final class ErrorTable {
  private static final int RETRY_AFTER = 429;
  private static final int SERVER_ERROR = 500;

  private ErrorTable() {}

  /// What one code means.
  ///
  /// @param next never advises to repeat a request whose fate is unknown
  public record Row(Kind kind, String meaning, String next) {}

  /// The row of that code, for a read. A code that the table lacks is judged by its hundred, and by
  /// the HTTP status: with a 5xx nobody knows.
  public static Row row(String code, int httpStatus) {
    return known(code).orElseGet(() -> guess(code, httpStatus));
  }

  /// The row of that code, for a write. A code that the table lacks leaves the outcome open
  /// whatever it looks like: a proxy or a front end answers in JSON too, after OKX has taken the
  /// order.
  static Row rowOfWrite(String code) {
    return known(code)
        .orElseGet(() -> new Row(Kind.UNKNOWN, "a code we do not know", next(Kind.UNKNOWN)));
  }

  /// The row of that code, or empty.
  static Optional<Row> known(String code) {
    return Optional.ofNullable(Rows.BY_CODE.get(code));
  }

  /// The general next step after an error of that kind.
  static String next(Kind kind) {
    return switch (kind) {
      case AUTH ->
          "Check key, secret, passphrase, environment and site; `okx account config` tries them.";
      case REJECTED -> "Correct the request or the account; OKX would refuse the same one again.";
      case BUSY -> "Nothing was done; wait a little, then repeat.";
      case NOT_ACCEPTED -> "Nothing was done; it may work once the condition has passed.";
      case UNKNOWN -> "Do not send it again; `okx order resolve` finds out what became of it.";
    };
  }

  private static Row guess(String code, int httpStatus) {
    Kind kind = guessKind(code, httpStatus);
    return new Row(kind, area(code), next(kind));
  }

  private static Kind guessKind(String code, int httpStatus) {
    if (httpStatus >= SERVER_ERROR || code.equals("1") || code.equals("2")) {
      return Kind.UNKNOWN;
    }
    if (httpStatus == RETRY_AFTER) {
      return Kind.BUSY;
    }
    return code.matches("501\\d\\d") ? Kind.AUTH : Kind.REJECTED;
  }

  private static String area(String code) {
    String hundred = code.length() == 5 ? code.substring(0, 3) : "";
    return switch (hundred) {
      case "500" -> "OKX refused the request";
      case "501" -> "OKX does not accept this key or its signature";
      case "514" -> "OKX refused to cancel";
      case "515" -> "OKX refused to amend";
      case "516" -> "OKX refused the query";
      case "590", "591" -> "OKX refused the account setting";
      default -> hundred.startsWith("5") ? "OKX refused" : "OKX gave a code we do not know";
    };
  }

  /// Read once, on first use.
  private static final class Rows {
    static final Map<String, Row> BY_CODE = load();

    private static Map<String, Row> load() {
      Map<String, Row> rows = new HashMap<>();
      try (InputStream in = ErrorTable.class.getResourceAsStream("error-codes.tsv")) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .forEach(line -> add(rows, line.split("\t", -1)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Map.copyOf(rows);
    }

    private static void add(Map<String, Row> rows, String[] cells) {
      Kind kind = Kind.valueOf(cells[1]);
      Row row = new Row(kind, cells[2], cells.length > 3 ? cells[3] : next(kind));
      Arrays.stream(cells[0].split(",", -1)).forEach(codes -> add(rows, codes, row));
    }

    private static void add(Map<String, Row> rows, String codes, Row row) {
      String[] ends = codes.split("-", -1);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int code = Integer.parseInt(ends[0]); code <= last; code++) {
        if (rows.put(Integer.toString(code), row) != null) {
          throw new IllegalStateException("error code " + code + " is in the table twice");
        }
      }
    }
  }
}
