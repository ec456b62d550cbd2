package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;

/// Whether this kind of order may go at all.
final class AccessRules {
  private AccessRules() {}

  /// Nothing that writes is sent.
  record ReadOnly() implements AccountRule {
    @Override
    public String name() {
      return "read_only";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.readOnly());
    }

    @Override
    public boolean bindsExits() {
      return true;
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      return policy.readOnly()
          ? new Finding.Beyond("READ_ONLY", "write", "read-only: nothing that writes is sent")
          : new Finding.Within("write");
    }
  }

  /// One reason why the policy cannot be trusted.
  record PolicyProblem(String problem) implements AccountRule {
    @Override
    public String name() {
      return "policy";
    }

    @Override
    public String limit(Policy policy) {
      return "readable";
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      return new Finding.Beyond(
          "POLICY_PROBLEM",
          problem,
          "the policy cannot be trusted: " + problem + "; entries are allowed once it is mended");
    }
  }

  /// While an earlier order's fate is unknown, no further one.
  record Unresolved() implements AccountRule {
    @Override
    public String name() {
      return "unresolved";
    }

    @Override
    public String limit(Policy policy) {
      return "0";
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      var open = facts.openIntents();
      String value = String.valueOf(open.size());
      if (open.isEmpty()) {
        return new Finding.Within(value);
      }
      return new Finding.Beyond(
          "UNRESOLVED_INTENT",
          value,
          "the fate of intent "
              + open.getFirst().intentId()
              + " is unknown; entries are allowed once every intent is resolved");
    }
  }

  /// A close never opens and is never larger than what is held.
  record Direction() implements Rule {
    @Override
    public String name() {
      return "reduce_only";
    }

    @Override
    public String limit(Policy policy) {
      return "what is held";
    }

    @Override
    public boolean bindsExits() {
      return true;
    }

    @Override
    public Finding look(Situation order) {
      String size = Decimals.text(order.draft().sz());
      return switch (order.exposure()) {
        case Exposure.Entry _ -> new Finding.Skipped("entry");
        case Exposure.Exit _ -> new Finding.Within(size);
        case Exposure.WrongDirection _ ->
            new Finding.Beyond(
                "WRONG_DIRECTION",
                order.draft().side().word() + " " + size,
                "the order only reduces, but there is nothing on that side to reduce;"
                    + " it would have to be an entry");
        case Exposure.BeyondPosition(var held) ->
            new Finding.Beyond(
                "EXCEEDS_POSITION",
                size,
                "a close must not be larger than what is held: sz up to " + Decimals.text(held));
      };
    }
  }

  /// The position side fits the account's position mode; only then does OKX keep legs apart.
  record PosSideFits() implements Rule {
    @Override
    public String name() {
      return "pos_side";
    }

    @Override
    public String limit(Policy policy) {
      return "as the account's position mode has it";
    }

    @Override
    public boolean bindsExits() {
      return true;
    }

    @Override
    public Finding look(Situation order) {
      if (!order.draft().instType().hedged()) {
        return new Finding.Skipped("position mode does not matter");
      }
      PosMode mode = order.config().posMode();
      PosSide side = order.draft().posSide();
      boolean fits = (mode == PosMode.NET) == (side == PosSide.NET);
      return fits
          ? new Finding.Within(side.word())
          : new Finding.Beyond(
              "POSITION_MODE",
              side.word(),
              "the account is in " + mode.word() + ": posSide must be " + wanted(mode));
    }

    private static String wanted(PosMode mode) {
      return switch (mode) {
        case NET -> "net";
        case LONG_SHORT -> "long or short";
      };
    }
  }
}
