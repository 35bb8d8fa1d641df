package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.destination.Destinations;
import dev.countersign.directory.AccessKeys;
import dev.countersign.directory.Users;
import dev.countersign.gateway.action.Action;
import java.util.List;

/// Users and their keys.
public final class CamUsers {
    private CamUsers() {}

    /// The actions of this area.
    ///
    /// @param users adds, changes and deletes users
    /// @param keys makes and deletes keys
    /// @param destinations normalises numbers
    public static List<Action<?, ?>> actions(Users users, AccessKeys keys, Destinations destinations) {
        return List.of(
                new AddUser(users, destinations),
                new GetUser(users),
                new ListUsers(users),
                new UpdateUser(users, destinations),
                new DeleteUser(users),
                new DescribeSubAccounts(users),
                new CreateAccessKey(keys),
                new ListAccessKeys(keys),
                new UpdateAccessKey(keys),
                new DeleteAccessKey(keys));
    }
}
