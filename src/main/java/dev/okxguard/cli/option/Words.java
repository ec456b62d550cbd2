package dev.okxguard.cli.option;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The words an option takes: checks them, and offers them to completion. Name it as both
/// `converter` and `completionCandidates` of the option.
public abstract class Words implements ITypeConverter<String>, Iterable<String> {
  private final List<String> words;

  protected Words(String... words) {
    this.words = List.of(words);
  }

  @Override
  public final String convert(String text) {
    if (!words.contains(text)) {
      throw new TypeConversionException(
          "'" + text + "' is not one of " + String.join(", ", words) + suggestion(text));
    }
    return text;
  }

  @Override
  public final Iterator<String> iterator() {
    return words.iterator();
  }

  private String suggestion(String text) {
    return words.stream()
        .filter(word -> word.equalsIgnoreCase(text))
        .findFirst()
        .map(word -> " (did you mean " + word + "?)")
        .orElse("");
  }
}
