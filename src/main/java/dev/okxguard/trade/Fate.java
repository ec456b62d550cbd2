package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import java.time.Instant;
import java.util.Optional;

/// What to ask OKX about one kind of intent. Every read that fails is a fault, and leaves the fate
/// open: a failed read is never an absence.
interface Fate {
  /// Looks once.
  ///
  /// @param since when the intent was written, by the local clock
  /// @param late whether OKX would refuse the request by now, so that what does not show will not
  ///   come any more; then every place is searched
  /// @return the answer, or empty when nothing shows
  Optional<Resolution> look(Event.Intent intent, Instant since, boolean late);

  /// What it means that, late and twice, nothing showed.
  Resolution nothing(Event.Intent intent);

  /// How often to look before the command gives up and leaves it to the next one.
  int rounds();
}
