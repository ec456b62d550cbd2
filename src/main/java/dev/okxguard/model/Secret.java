package dev.okxguard.model;

import java.util.regex.Pattern;

/// A secret. It prints as `****` wherever it ends up; only [#reveal()] gives the text, and only the
/// signer and the request headers may ask.
public final class Secret {
  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /// The secret itself.
  public String reveal() {
    return text;
  }

  /// Whether the whole text is of that form; for checks that need not see the text itself.
  public boolean matches(Pattern form) {
    return form.matcher(text).matches();
  }

  /// Whether there is no text at all.
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return "****";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && that.text.equals(text);
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
