package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.model.InstType;
import dev.okxguard.okx.Write;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A setting to be changed.
record SettingChange(Desk desk, Ids ids, SettingRequest request) implements Errand {
  @Override
  public String action() {
    return request.action();
  }

  @Override
  public String instId() {
    return request.instId();
  }

  @Override
  public ObjectNode wanted() {
    return request.body();
  }

  @Override
  public Plan plan(Account account) {
    Ticket ticket = Ticket.bare(account.uid(), request.body());
    List<Denial> denials = judge(account);
    if (!denials.isEmpty()) {
      return new Plan.Refused(Outcome.Denied.of(ticket, denials));
    }
    String type = instId().isEmpty() ? "" : InstType.byForm(instId()).name();
    return new Plan.Ready(ticket, ids.next().text(), type, "", false, write(), request.body());
  }

  private List<Denial> judge(Account account) {
    List<Denial> denials = new ArrayList<>();
    boolean lowers =
        switch (request) {
          case SettingRequest.Leverage leverage -> {
            Optional<BigDecimal> current =
                desk.exchange().leverage(leverage.instId(), leverage.mgnMode(), leverage.posSide());
            denials.addAll(
                new GuardWrite().judgeLeverage(leverage.lever(), current, desk.policy()));
            yield current.filter(now -> leverage.lever().compareTo(now) <= 0).isPresent();
          }
          case SettingRequest.PositionMode _ -> {
            denials.addAll(new GuardWrite().judgeMode(desk.policy()));
            yield false;
          }
        };
    if (!lowers) {
      denials.addAll(new GuardWrite().judgeReducing(account.brakes()));
    }
    return denials;
  }

  private Write write() {
    return switch (request) {
      case SettingRequest.Leverage _ -> Write.LEVERAGE;
      case SettingRequest.PositionMode _ -> Write.POSITION_MODE;
    };
  }

  @Override
  public Outcome verify(Account account, Sent sent, Taken taken) {
    new ModeRecord(account).took(sent.intent());
    return new Outcome.Accepted(sent.ticket(), "", Optional.empty(), false, taken.remark());
  }
}
