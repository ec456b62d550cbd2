package dev.okxguard.diagnose;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Probe;
import dev.okxguard.okx.RawReads;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is to be looked at. Every method may take its time and may throw a [Fault].
public interface Setup {
  /// The program as it runs. Never throws.
  Installation installation();

  Configuration configuration();

  /// The way to OKX; empty where there is no network on it.
  Optional<Probe> way();

  Exchange exchange();

  RawReads reads();

  Limits limits();

  Enforced enforced();

  /// The account last seen with this key; empty when nobody knows.
  Optional<String> knownUid();

  StateDirectory state();

  /// Why the account's journals are not where they were; empty when they are.
  Optional<String> moved(String uid);

  /// Whether the account may trade, by its files and what its journal says.
  Trading trading(String uid, Optional<Latest> latest);

  /// Whether accounts may trade at all, as far as the files for all of them say.
  Trading tradingOfAll();

  Channels channels();

  /// What became of a test alarm; empty when nobody asked for one.
  Optional<Delivery> test();

  Time time();

  /// The program.
  ///
  /// @param launched by its own launcher, which asks for the class archive
  /// @param archived whether the class archive is in use; empty when the system does not tell
  record Installation(
      String version, Runtime.Version java, boolean launched, Optional<Boolean> archived) {}

  /// The configuration in force.
  ///
  /// @param file empty when there is none
  /// @param environment empty when nobody chose
  /// @param exposed why the file is not this user's alone
  /// @param unusable why the credentials cannot be used
  record Configuration(
      Optional<Path> file,
      String profile,
      Optional<Environment> environment,
      boolean readOnly,
      Optional<Fault> exposed,
      List<String> misquoted,
      List<String> placeholders,
      Optional<Fault> unusable) {}

  /// The limits in force.
  ///
  /// @param files that exist
  /// @param own the user's own, whether it exists or not
  /// @param waiting how many looser ones wait for their time
  record Limits(Policy policy, List<Path> files, Path own, int waiting) {}

  /// Whether the limits bind whoever runs this.
  ///
  /// @param reasons why they do not
  /// @param how to make them
  record Enforced(List<String> reasons, String how) {}

  /// @param word `active`, `reducing` or `halted`
  /// @param why it is not active, "" when it is
  record Trading(String word, String why) {}

  /// Who hears of what.
  record Channels(int count, Set<Alarm.Kind> on) {}
}
