package dev.okxguard.cli.help;

/// A manual page in the `man` macros that groff and mandoc share.
final class Roff {
  private final StringBuilder page = new StringBuilder();
  private boolean begun;

  /// @param name of the page, in section 1
  /// @param product name and version
  /// @param date of that version
  Roff(String name, String product, String date) {
    line(".TH \"%s\" 1 \"%s\" \"%s\"".formatted(escape(name), date, escape(product)));
  }

  Roff heading(String title) {
    line(".SH " + title);
    begun = false;
    return this;
  }

  Roff text(String text) {
    text.lines().map(Roff::escape).forEach(this::line);
    return this;
  }

  Roff paragraph(String text) {
    return paragraph().text(text);
  }

  /// A term in bold, what follows it in plain letters, and what both mean.
  Roff term(String bold, String plain, String meaning) {
    line(".TP").line("\\fB" + escape(bold) + "\\fR" + escape(plain));
    return meaning.isEmpty() ? line("\\&") : text(meaning);
  }

  /// Lines as they are.
  Roff verbatim(String lines) {
    paragraph().line(".nf");
    return text(lines.stripTrailing()).line(".fi");
  }

  /// A heading begins one by itself.
  private Roff paragraph() {
    return begun ? line(".PP") : this;
  }

  private Roff line(String line) {
    page.append(line).append("\n");
    begun = true;
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }

  /// Plain text that no formatter takes for its own, nor for typographical signs.
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    if (text.startsWith(".") || text.startsWith("'") || text.isEmpty()) {
      escaped.append("\\&");
    }
    text.codePoints().forEach(c -> escaped.append(escape(c)));
    return escaped.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '\\' -> "\\e";
      case '-' -> "\\-";
      case '\'' -> "\\(aq";
      case '`' -> "\\(ga";
      case '^' -> "\\(ha";
      case '~' -> "\\(ti";
      case '"' -> "\\(dq";
      default -> c < 128 ? Character.toString(c) : String.format("\\[u%04X]", c);
    };
  }
}
