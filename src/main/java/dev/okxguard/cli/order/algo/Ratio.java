package dev.okxguard.cli.order.algo;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A fraction, also in percent.
final class Ratio implements ITypeConverter<BigDecimal> {
  private static final int PERCENT = 2;

  @Override
  public BigDecimal convert(String text) {
    boolean percent = text.endsWith("%");
    return Decimals.parse(percent ? text.substring(0, text.length() - 1) : text)
        .map(value -> percent ? value.movePointLeft(PERCENT) : value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is neither a fraction like 0.01 nor a percentage like 1%"));
  }
}
