package dev.okxguard.model;

import java.util.regex.Pattern;

/// A client order id as OKX takes it: 1 to 32 ASCII letters and digits, case counts.
///
/// It identifies an order; it does not protect against a second one, since OKX holds it unique only
/// among pending orders.
public record ClOrdId(String text) {
  /// Ours begin with this, so that our orders can be told from others' without the journal.
  public static final String PREFIX = "okg";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,32}");

  public ClOrdId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("clOrdId must be 1 to 32 letters and digits");
    }
  }

  /// Whether this program made the id.
  public boolean ours() {
    return text.startsWith(PREFIX);
  }

  @Override
  public String toString() {
    return text;
  }
}
