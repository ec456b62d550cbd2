package dev.okxguard.trade;

import dev.okxguard.model.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One answer without a thing is no proof that it is gone: lists lag behind at times.
final class TwoLooks {
  private static final int LOOKS = 2;

  private TwoLooks() {}

  /// The open legs that one of two looks shows, each as the later one has it.
  static List<Position> either(List<Position> earlier, List<Position> later) {
    Set<Leg> shown = later.stream().map(Leg::of).collect(Collectors.toSet());
    return Stream.concat(
            later.stream(), earlier.stream().filter(leg -> !shown.contains(Leg.of(leg))))
        .toList();
  }

  /// The same, looking now; empty where the first look fails.
  static Optional<List<Position>> either(Supplier<Optional<List<Position>>> look) {
    return look.get().map(first -> look.get().map(then -> either(first, then)).orElse(first));
  }

  /// Whether both looks miss it; the second is taken only where the first one does.
  static boolean miss(BooleanSupplier gone) {
    return IntStream.range(0, LOOKS).allMatch(_ -> gone.getAsBoolean());
  }
}
