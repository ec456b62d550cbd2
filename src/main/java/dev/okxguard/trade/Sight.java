package dev.okxguard.trade;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One list at the exchange as last seen. A look that fails changes nothing of what was seen before
/// it, and stops nothing.
final class Sight<T> {
  private final String name;
  private final Supplier<List<T>> read;
  private List<T> last = List.of();
  private boolean ever;
  private Optional<Fault> trouble = Optional.empty();

  /// @param name as in "pending orders"
  Sight(String name, Supplier<List<T>> read) {
    this.name = name;
    this.read = read;
  }

  /// Looks once more; empty when it failed.
  ///
  /// @throws Fault INTERRUPTED, and nothing else
  Optional<List<T>> look() {
    try {
      last = read.get();
      ever = true;
      trouble = Optional.empty();
      return Optional.of(last);
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      trouble = Optional.of(fault);
    } catch (RuntimeException e) {
      trouble = Optional.of(new Fault(ExitCode.INTERNAL, e.toString(), ""));
    }
    return Optional.empty();
  }

  /// As last seen; empty when it never was.
  List<T> last() {
    return last;
  }

  /// Whether a look ever succeeded.
  boolean ever() {
    return ever;
  }

  /// Why the last look failed; empty when it did not.
  Optional<Fault> trouble() {
    return trouble;
  }

  /// The same in words.
  Optional<String> problem() {
    return trouble.map(fault -> name + " could not be read: " + fault.getMessage());
  }
}
