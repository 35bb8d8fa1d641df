package dev.countersign.store;

import dev.countersign.customer.Customer;
import dev.countersign.customer.CustomerPage;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The table of customers, within one unit of work.
record CustomerTable(Handle handle) {
    /// How many UINs in a row are looked at for a free one.
    private static final int STEPS = 10_000;

    /// What of a customer is not kept in clear.
    record Hidden(Seals seals, Bytes mailHash, Bytes phoneHash, String passwordHash, String extended) {}

    /// A customer as it stands in its table.
    record Row(
            long partner,
            String accountType,
            Bytes mail,
            Bytes phone,
            String area,
            String tradeOne,
            String tradeTwo,
            String name,
            boolean verified,
            Instant createdAt) {}

    static Place place(long uin, String column) {
        return new Place(uin, "customer", column, Long.toString(uin));
    }

    static Customer with(Customer customer, long uin, Instant createdAt) {
        return new Customer(
                uin,
                customer.partner(),
                customer.accountType(),
                customer.mail(),
                customer.phone(),
                customer.area(),
                customer.tradeOne(),
                customer.tradeTwo(),
                customer.name(),
                customer.verified(),
                createdAt);
    }

    int accountsOf(Bytes phoneHash, long partner) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM customer WHERE phone_hash = :phone AND partner = :partner
                        """)
                .bind("phone", phoneHash.toArray())
                .bind("partner", partner)
                .mapTo(Integer.class)
                .one();
    }

    boolean registered(Bytes mailHash) {
        return handle.createQuery("SELECT uin FROM customer WHERE mail_hash = :mail")
                .bind("mail", mailHash.toArray())
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    /// Counted along, so that it costs the same for a partner of any size.
    int customersOf(long partner) {
        return handle.createQuery("SELECT customers FROM tenant WHERE id = :partner")
                .bind("partner", partner)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /// The customer with its own UIN when that is free, else with the next one that is.
    Customer withFreeUin(Customer wanted) {
        for (long uin = wanted.uin(); uin < wanted.uin() + STEPS; uin++) {
            if (free(uin)) {
                return with(wanted, uin, wanted.createdAt());
            }
        }
        throw new IllegalStateException("no free UIN within " + STEPS);
    }

    private boolean free(long uin) {
        return handle.createQuery("SELECT COUNT(*) FROM principal WHERE uin = :uin")
                        .bind("uin", uin)
                        .mapTo(Integer.class)
                        .one()
                == 0;
    }

    /// Adds the customer with its tenant and root principal, and counts it for its partner.
    void insert(Customer customer, Hidden hidden) {
        // 16 digits that no other kind of tenant has; unique because the UIN is.
        String account = "5" + String.format(Locale.ROOT, "%015d", customer.uin());
        Tenant tenant = new Tenant(customer.uin(), account, customer.name(), Set.of(), Optional.of(customer.partner()));
        TenantTables tenants = new TenantTables(handle);
        tenants.addTenant(tenant);
        tenants.addRoot(tenant);
        row(customer, hidden);
        handle.createUpdate("UPDATE tenant SET customers = customers + 1 WHERE id = :partner")
                .bind("partner", customer.partner())
                .execute();
    }

    private void row(Customer customer, Hidden hidden) {
        long uin = customer.uin();
        Seals seals = hidden.seals();
        handle.createUpdate("""
                        INSERT INTO customer (uin, partner, account_type, mail_hash, mail, phone_hash, phone, area,
                                trade_one, trade_two, name, extended, password, verified, created_at)
                        VALUES (:uin, :partner, :accountType, :mailHash, :mail, :phoneHash, :phone, :area,
                                :tradeOne, :tradeTwo, :name, :extended, :password, :verified, :createdAt)
                        """)
                .bind("uin", uin)
                .bind("partner", customer.partner())
                .bind("accountType", customer.accountType())
                .bind("mailHash", hidden.mailHash().toArray())
                .bind(
                        "mail",
                        seals.seal(place(uin, "mail"), customer.mail().canonical())
                                .toArray())
                .bind("phoneHash", hidden.phoneHash().toArray())
                .bind(
                        "phone",
                        seals.seal(place(uin, "phone"), customer.phone().canonical())
                                .toArray())
                .bind("area", customer.area())
                .bind("tradeOne", customer.tradeOne())
                .bind("tradeTwo", customer.tradeTwo())
                .bind("name", customer.name())
                .bind(
                        "extended",
                        seals.seal(place(uin, "extended"), hidden.extended()).toArray())
                .bind("password", hidden.passwordHash())
                .bind("verified", Columns.flag(customer.verified()))
                .bind("createdAt", customer.createdAt().toEpochMilli())
                .execute();
    }

    Optional<Row> find(long uin) {
        return handle.createQuery("""
                        SELECT partner, account_type, mail, phone, area, trade_one, trade_two, name, verified, created_at
                        FROM customer WHERE uin = :uin
                        """)
                .bind("uin", uin)
                .map((row, context) -> new Row(
                        row.getLong("partner"),
                        row.getString("account_type"),
                        Columns.bytes(row, "mail"),
                        Columns.bytes(row, "phone"),
                        row.getString("area"),
                        row.getString("trade_one"),
                        row.getString("trade_two"),
                        row.getString("name"),
                        Columns.flag(row, "verified"),
                        Columns.instant(row, "created_at")))
                .findOne();
    }

    private record Line(int total, Optional<Long> uin) {}

    /// One statement: two would cost twice, and could see different moments.
    CustomerPage page(long partner, int offset, int most) {
        List<Line> lines = handle.createQuery("""
                        SELECT customers, uin
                        FROM tenant LEFT JOIN (SELECT uin FROM customer WHERE partner = :partner
                                ORDER BY uin LIMIT :most OFFSET :offset) page ON 1 = 1
                        WHERE id = :partner ORDER BY uin
                        """)
                .bind("partner", partner)
                .bind("most", most)
                .bind("offset", offset)
                .map((row, context) -> new Line(row.getInt("customers"), Columns.perhapsLong(row, "uin")))
                .list();
        return new CustomerPage(
                lines.stream().flatMap(line -> line.uin().stream()).toList(),
                lines.isEmpty() ? 0 : lines.getFirst().total());
    }

    boolean verified(long uin, boolean verified) {
        return handle.createUpdate("UPDATE customer SET verified = :verified WHERE uin = :uin")
                        .bind("verified", Columns.flag(verified))
                        .bind("uin", uin)
                        .execute()
                > 0;
    }
}
