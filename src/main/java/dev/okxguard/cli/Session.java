package dev.okxguard.cli;

import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.config.Enforcement;
import dev.okxguard.config.Home;
import dev.okxguard.config.Settings;
import dev.okxguard.console.Console;
import dev.okxguard.guard.Policy;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.RawReads;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.trade.Gateway;
import dev.okxguard.trade.Known;
import dev.okxguard.trade.SideLook;
import java.util.Optional;

/// What one command has to work with. Everything costly is opened on first use, so that a command
/// which needs no network opens none.
public interface Session extends AutoCloseable {
  /// The effective configuration.
  Settings settings();

  /// The profile in use, for headers and documents.
  String profile();

  /// The environment reads go to; live when nobody chose.
  Environment environment();

  /// The environment writes go to.
  ///
  /// @throws dev.okxguard.model.Fault (CONFIG) when nobody chose one
  Environment writeEnvironment();

  /// OKX's answers as they come.
  RawReads reads();

  /// OKX in our own values.
  Exchange exchange();

  Time time();

  Console console();

  /// The one way a write goes out, for the environment writes go to.
  Gateway gateway();

  /// The same with the limits read again, for a command that goes on for long.
  Gateway freshGateway();

  /// The breakers' look beside a command that only reads; empty when there is none to be had.
  ///
  /// @param known what the command has just read itself
  Optional<SideLook> sideLook(Known known);

  /// The limits in force; read-only when flag, profile or policy says so.
  Policy policy();

  /// Every limit with its source: as in force on the account that was entered, or else as far as
  /// the files and the account last seen with this key tell.
  EffectivePolicy limits();

  /// What the policy files say now, whatever an account remembers.
  EffectivePolicy declared();

  /// Where the user's files are, whether they exist or not.
  Home home();

  /// Whether whoever runs this could change policy or state.
  Enforcement enforcement();

  /// Where the paper exchange lives.
  PaperHome paperHome();

  /// Where journals, locks and halt files live.
  StateDirectory state();

  /// The account last seen with this key, without asking the exchange; empty when there is none.
  Optional<String> knownUid();

  /// Notes that the key in use is that account's, for when the exchange cannot be asked.
  ///
  /// @throws dev.okxguard.model.Fault UNREACHABLE when the key was seen with another one
  void remember(String uid);

  /// Tells people over every channel the policy names, in bounded time and without throwing; warns
  /// when one fails. Opens nothing when there is none.
  Delivery alert(Alarm alarm);

  /// Says what is going on, on standard error, where somebody wants to know.
  void progress(String text);

  /// Says something on standard error that whoever runs the command should see.
  void warn(String text);

  /// Stops a command that writes without passing the gateway when nothing may be written.
  ///
  /// @throws dev.okxguard.model.Fault DENIED under read-only
  void mustBeWritable();

  /// Whether a person must confirm a write: live, on a terminal, without `--yes`.
  boolean asks();

  /// A session that only reads, over another profile of the same configuration; its environment is
  /// what that profile says. To be closed by whoever asked for it.
  Session beside(String profile);

  /// A session for a stop, which must stand: this one, or where `OKX_STATE_DIR` cannot be used one
  /// that passes it over, with a warning. Every other command looks at the usual place as well.
  Session placed();

  /// The gate of what only a person may do.
  Person person();

  /// Lets connections go.
  @Override
  void close();
}
