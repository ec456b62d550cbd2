package dev.okxguard.cli.option;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Size;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What may be lost at the stop: `1%` or `0.01` of the equity, or `25usd`.
public final class RiskConverter implements ITypeConverter<Size> {
  private static final int PERCENT_DIGITS = 2;

  @Override
  public Size convert(String text) {
    return read(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is no risk; those are like 1%, 0.01 or 25usd"));
  }

  private static Optional<Size> read(String text) {
    if (text.endsWith("%")) {
      return number(text, "%")
          .map(percent -> percent.movePointLeft(PERCENT_DIGITS))
          .filter(ratio -> ratio.compareTo(BigDecimal.ONE) <= 0)
          .map(Size.RiskShare::new);
    }
    if (text.toLowerCase(Locale.ROOT).endsWith("usd")) {
      return number(text, "usd").map(Size.RiskUsd::new);
    }
    // A bare 1 may mean 1 % or all of it
    return number(text, "")
        .filter(ratio -> ratio.compareTo(BigDecimal.ONE) < 0)
        .map(Size.RiskShare::new);
  }

  private static Optional<BigDecimal> number(String text, String unit) {
    return Decimals.parse(text.substring(0, text.length() - unit.length()))
        .filter(value -> value.signum() > 0);
  }
}
