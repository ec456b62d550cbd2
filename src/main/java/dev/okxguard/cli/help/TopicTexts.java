package dev.okxguard.cli.help;

/// The wording of the topics.
final class TopicTexts {
  static final String ENVIRONMENT =
      """
      Where a command goes: live, demo or paper

      live   real money on OKX
      demo   OKX's demo trading, with a key made for it
      paper  the exchange inside this program; needs no key and no network

      The first of these that says something decides:
        1. --live, --demo or --paper on the command line
        2. OKX_DEMO, true or false
        3. demo = true or false in the profile
        4. demo = true or false at the top of the configuration file

      When none does, reads go to live and writes stop with exit code 3: live is never a guess.
      Every text starts with the environment and the profile in use.

      Variables
        OKX_API_KEY, OKX_API_SECRET (or OKX_SECRET_KEY), OKX_PASSPHRASE
                           the key: all three or none
        OKX_PROFILE        the profile, like --profile
        OKX_DEMO           demo trading, true or false
        OKX_CONFIG         the configuration file, like --config
        OKX_SITE           global, eea, us or tr
        OKX_API_BASE_URL   another address of the exchange
        OKX_TIMEOUT_MS     time limit of one request, like --timeout
        OKX_GUARD          one more policy file; the strictest value wins
        OKX_STATE_DIR      where state and journal are kept
        NO_COLOR           no colour, whatever its value
      """;

  static final String CONFIG =
      """
      The configuration file: --config FILE, else OKX_CONFIG, else ~/.okx/config.toml

      default_profile = "main"

      [profiles.main]
      api_key = '...'
      secret_key = '...'
      passphrase = '...'
      demo = true              # false: real money
      site = "global"          # global, eea, us or tr
      timeout_ms = 10000
      read_only = false        # true: nothing that writes is sent
      # base_url, proxy_url, ca_file: other addresses, a proxy, one more PEM root

      Put secrets in single quotes; in double quotes a backslash starts an escape. A text that has
      single quotes itself goes between three of them.

      File and directory must be yours alone: chmod 600 the file, chmod 700 the directory.
      'okx config init' adds a profile from a few questions and tries its key first.
      'okx config show' tells each value's source, and no secret.

      Limits are kept apart, in /etc/okx/guard.toml and ~/.okx/guard.toml: see 'okx guard --help'.
      The commands around this file: 'okx config --help'.
      """;

  static final String JSON =
      """
      --json prints exactly one document on standard output

      Reads of exchange data (account, market, order lists) print OKX's data array as it came:
      every field, numbers as the texts OKX sent. Nothing is added, renamed or rounded.

      Everything else prints a document of this program. Fields are added over time, never renamed;
      money and sizes are texts, times are ISO-8601 in UTC:
        orders and guard check  outcome: accepted, rejected, denied, halted, not_sent, unknown,
                                allowed or preview; env, profile, uid, intentId, clOrdId, ordId,
                                denials, exchange, checks, next; estimate in a preview;
                                tranches, accepted and totals with --split
        order size              said, sz, tgtCcy, estimate
        reconcile               outcome: clean, drift, incomplete or unstable; differences
        diagnose                outcome: pass, warn or fail; checks, goLive, todo
        audit verify            outcome: intact or broken; records, head, brokenAt, reason

      A fault prints nothing on standard output and one line on standard error:
        error, exitCode, message, hint, code, httpStatus, traceId

      Decide by the exit code first ('okx help exit-codes'), then by outcome.
      """;

  static final String DIAGNOSE =
      """
      Levels: ok, warn, fail, and skip for what does not apply or cannot be told yet.
      Exit code 0, or 9 with a failing check.

      okx diagnose --go-live is the gate before real money: where the table says must, a warning
      or a check that could not be made fails as well. It ends with a list of what is left to do.
      A report written by --output holds no secret, no full uid and no home directory.

      Options and examples: 'okx diagnose --help'.
      """;

  private TopicTexts() {}
}
