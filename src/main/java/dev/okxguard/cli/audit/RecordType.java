package dev.okxguard.cli.audit;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The words for what a record may be.
final class RecordType implements ITypeConverter<String>, Iterable<String> {
  static final List<String> WORDS =
      List.of(
          "intent",
          "outcome",
          "denied",
          "fills",
          "books",
          "reconciled",
          "halted",
          "reducing",
          "resumed",
          "tripped",
          "marks",
          "tally",
          "promoted",
          "trading-key",
          "pinned",
          "note",
          "checkpoint");

  @Override
  public String convert(String text) {
    if (!WORDS.contains(text)) {
      throw new TypeConversionException("'" + text + "' is none of " + String.join(", ", WORDS));
    }
    return text;
  }

  @Override
  public Iterator<String> iterator() {
    return WORDS.iterator();
  }
}
