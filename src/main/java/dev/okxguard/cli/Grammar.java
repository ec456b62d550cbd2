package dev.okxguard.cli;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.TypeConversionException;

/// How arguments are read, in one place: no `@file`, no abbreviations, plain decimals only.
final class Grammar {
  private Grammar() {}

  static CommandLine apply(CommandLine line) {
    return line.setExpandAtFiles(false)
        .setAbbreviatedOptionsAllowed(false)
        .setAbbreviatedSubcommandsAllowed(false)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setHelpFactory(UsageText::new)
        .registerConverter(BigDecimal.class, Grammar::decimal);
  }

  private static BigDecimal decimal(String text) {
    return Decimals.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not a plain decimal number (digits and one point)"));
  }
}
