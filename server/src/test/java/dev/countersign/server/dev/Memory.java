package dev.countersign.server.dev;

import dev.countersign.customer.Customer;
import dev.countersign.customer.CustomerPage;
import dev.countersign.customer.CustomerStore;
import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Message;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Country;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.ApiKeyHolder;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ports of the surface, kept in memory.
final class Memory {
    private Memory() {}

    /// Tenants, users and keys. It can be emptied, as the whole store can.
    static final class Tenants implements TenantStore {
        final Map<Long, Tenant> tenants = new LinkedHashMap<>();
        final Map<Long, UserRecord> users = new LinkedHashMap<>();
        final Map<String, Long> keys = new LinkedHashMap<>();
        final Map<String, AccessKey> secrets = new LinkedHashMap<>();
        final Map<Bytes, Long> apiKeys = new LinkedHashMap<>();

        void empty() {
            tenants.clear();
            users.clear();
            keys.clear();
            secrets.clear();
            apiKeys.clear();
        }

        @Override
        public Optional<KeyHolder> accessKey(String id) {
            return Optional.ofNullable(keys.get(id)).map(uin -> {
                Principal principal = anyone(uin);
                return new KeyHolder(
                        java.util.Objects.requireNonNull(secrets.get(id)),
                        principal,
                        java.util.Objects.requireNonNull(tenants.get(principal.tenant())));
            });
        }

        private Principal anyone(long uin) {
            return tenants.keySet().stream()
                    .flatMap(tenant -> principal(tenant, uin).stream())
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public boolean disabled(String id) {
            return false;
        }

        @Override
        public Optional<ApiKeyHolder> apiKey(Bytes hash) {
            return Optional.ofNullable(apiKeys.get(hash)).map(uin -> {
                Principal principal = anyone(uin);
                Tenant tenant = java.util.Objects.requireNonNull(tenants.get(principal.tenant()));
                return new ApiKeyHolder(principal, tenant, Set.of("*"), Optional.empty());
            });
        }

        @Override
        public Optional<Principal> principal(long tenant, long uin) {
            if (tenant == uin) {
                return tenant(tenant).map(root -> new Principal(uin, tenant, root.name()));
            }
            return Optional.ofNullable(users.get(uin))
                    .filter(user -> user.tenant() == tenant)
                    .map(user -> new Principal(uin, tenant, user.name()));
        }

        @Override
        public Optional<Bound> bound(long tenant, long uin) {
            return principal(tenant, uin).map(principal -> Bound.NOTHING);
        }

        @Override
        public Optional<Tenant> tenant(long id) {
            return Optional.ofNullable(tenants.get(id));
        }

        @Override
        public boolean isEmpty() {
            return tenants.isEmpty();
        }

        @Override
        public void add(Tenant tenant) {
            tenants.putIfAbsent(tenant.id(), tenant);
        }

        @Override
        public boolean put(UserRecord user) {
            UserRecord present = users.get(user.uin());
            if (tenants.containsKey(user.uin()) || (present != null && present.tenant() != user.tenant())) {
                return false;
            }
            users.put(user.uin(), user);
            return true;
        }

        @Override
        public void addAccessKey(long uin, AccessKey key) {
            keys.putIfAbsent(key.id(), uin);
            secrets.putIfAbsent(key.id(), key);
        }

        @Override
        public void addApiKey(Bytes hash, long uin, Set<String> scopes) {
            apiKeys.putIfAbsent(hash, uin);
        }
    }

    /// Who may do everything, and whether the operators' role is there.
    static final class Powers implements Permissions {
        final Set<Long> everything = new HashSet<>();
        boolean operator;

        void empty() {
            everything.clear();
            operator = false;
        }

        @Override
        public boolean everything(long uin) {
            return everything.contains(uin);
        }

        @Override
        public void everything(long uin, boolean may) {
            if (may) {
                everything.add(uin);
            } else {
                everything.remove(uin);
            }
        }

        @Override
        public void operator() {
            operator = true;
        }
    }

    /// The inbox.
    static final class Messages implements Inbox {
        private final List<Kept> kept = new ArrayList<>();

        @Override
        public synchronized boolean keep(Message message, Instant now) {
            if (holds(message.id())) {
                return false;
            }
            kept.addFirst(new Kept(
                    message.id(),
                    Secret.of(message.to().canonical()),
                    message.channel(),
                    message.from(),
                    Secret.of(message.text()),
                    message.code().map(code -> code.secret()).orElse(Secret.of("")),
                    message.purpose(),
                    message.locale(),
                    message.language().word(),
                    now,
                    Optional.of(message)
                            .filter(one -> one.channel() == Channel.EMAIL)
                            .map(one -> new Mail(
                                    Secret.of(one.written().subject()),
                                    one.written().html().map(Secret::of))),
                    Ties.NONE));
            return true;
        }

        @Override
        public Map<String, Origin> origins(Set<String> ids) {
            return Map.of();
        }

        @Override
        public synchronized Optional<Kept> read(String id) {
            return kept.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public synchronized boolean holds(String id) {
            return kept.stream().anyMatch(one -> one.id().equals(id));
        }

        @Override
        public synchronized List<Kept> find(Query query) {
            return kept.stream()
                    .takeWhile(one -> query.after().filter(one.id()::equals).isEmpty())
                    .filter(one -> query.to().map(to -> to.equals(plain(one))).orElse(true))
                    .filter(one -> query.channel()
                            .map(channel -> channel == one.channel())
                            .orElse(true))
                    .limit(query.most())
                    .toList();
        }

        private static String plain(Kept one) {
            return one.to().reveal().replaceAll("^\\+|(?<=[0-9]) ", "");
        }

        @Override
        public synchronized void clear() {
            kept.clear();
        }
    }

    /// Test numbers.
    static final class Numbers implements TestNumberBook {
        private final Map<Destination, Entry> entries = new LinkedHashMap<>();

        @Override
        public void put(Entry entry) {
            entries.put(entry.number(), entry);
        }

        @Override
        public boolean remove(Destination number) {
            return entries.remove(number) != null;
        }

        @Override
        public void clear() {
            entries.clear();
        }

        @Override
        public List<Entry> all(Instant now) {
            return entries.values().stream()
                    .filter(entry -> entry.until().isAfter(now))
                    .sorted(Comparator.comparing(entry -> entry.number().canonical()))
                    .toList();
        }
    }

    /// Customers, and which of them were verified.
    static final class Customers implements CustomerStore {
        final Map<Long, Customer> customers = new LinkedHashMap<>();
        final Set<Long> verified = new HashSet<>();

        @Override
        public int accountsOf(PhoneNumber phone, long partner) {
            return Math.toIntExact(customers.values().stream()
                    .filter(one -> one.phone().equals(phone) && one.partner() == partner)
                    .count());
        }

        @Override
        public boolean registered(MailAddress mail) {
            return customers.values().stream().anyMatch(one -> one.mail().equals(mail));
        }

        @Override
        public int customersOf(long partner) {
            return of(partner).size();
        }

        @Override
        public Customer create(
                Customer customer,
                String verificationId,
                String hash,
                String extended,
                Caps caps,
                Caller partner,
                Instant now) {
            customers.put(customer.uin(), customer);
            return customer;
        }

        @Override
        public Optional<Customer> find(long uin) {
            return Optional.ofNullable(customers.get(uin));
        }

        @Override
        public CustomerPage page(long partner, int offset, int most) {
            List<Long> all = of(partner);
            return new CustomerPage(all.stream().skip(offset).limit(most).toList(), all.size());
        }

        private List<Long> of(long partner) {
            return customers.values().stream()
                    .filter(one -> one.partner() == partner)
                    .map(Customer::uin)
                    .sorted()
                    .toList();
        }

        @Override
        public boolean verified(long uin, boolean now) {
            if (!customers.containsKey(uin)) {
                return false;
            }
            if (now) {
                verified.add(uin);
            } else {
                verified.remove(uin);
            }
            return true;
        }
    }

    /// Hong Kong and the North American plan, which is all that these tests dial.
    static final class Plan implements NumberingPlan {
        private static final List<String> CODES = List.of("852", "1");

        @Override
        public PhoneNumber normalise(String countryCode, String national) {
            return new PhoneNumber(countryCode, national);
        }

        @Override
        public Optional<PhoneNumber> parse(String written) {
            String digits = written.replaceAll("[ ().-]", "").replaceFirst("^(\\+|00)", "");
            return CODES.stream()
                    .filter(code -> digits.matches(code + "[0-9]{1,32}"))
                    .map(code -> new PhoneNumber(code, digits.substring(code.length())))
                    .findFirst();
        }

        @Override
        public boolean assigned(String countryCode) {
            return CODES.contains(countryCode);
        }

        @Override
        public boolean possible(PhoneNumber number) {
            return assigned(number.countryCode());
        }

        @Override
        public boolean valid(PhoneNumber number) {
            return assigned(number.countryCode());
        }

        @Override
        public List<Country> countries() {
            return List.of(
                    new Country("HK", "HKG", "852", "Hong Kong", "中国香港"),
                    new Country("US", "USA", "1", "United States", "美国"));
        }
    }

    /// The clock's offset.
    static final class Offset implements OffsetStore {
        long millis;

        @Override
        public long read() {
            return millis;
        }

        @Override
        public void write(long now) {
            millis = now;
        }
    }
}
