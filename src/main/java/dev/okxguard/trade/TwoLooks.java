package dev.okxguard.trade;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// One answer without a thing is no proof that it is gone: lists lag behind at times.
final class TwoLooks {
  private static final int LOOKS = 2;

  private TwoLooks() {}

  /// Whether both looks miss it; the second is taken only where the first one does.
  static boolean miss(BooleanSupplier gone) {
    return IntStream.range(0, LOOKS).allMatch(_ -> gone.getAsBoolean());
  }
}
