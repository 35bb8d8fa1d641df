package dev.countersign.server.cli;

import java.net.URI;

/// What a developer pastes to send a first code.
final class DevSnippet {
    private DevSnippet() {}

    /// @param token whether the inbox asks for one; it is not shown, since what is printed ends in logs
    static String text(String endpoint, boolean token) {
        return """
                Paste this, with com.tencentcloudapi:tencentcloud-sdk-java-common:

                  HttpProfile http = new HttpProfile();
                  http.setProtocol("http://");
                  http.setEndpoint("%s");
                  ClientProfile profile = new ClientProfile();
                  profile.setHttpProfile(http);
                  Credential key = new Credential(
                          "AKIDdev0000000000000000000000000root", "dev-root-secret-0000000000000001");
                  CommonClient client = new CommonClient("intlpartnersmgt", "2022-09-28", key, "", profile);
                  client.call("SendVerifyCode", "{\\"CountryCode\\":\\"852\\",\\"PhoneNum\\":\\"61234567\\"}");

                Then read the code:

                  curl %s'%s/dev/messages?to=85261234567&wait=10s'
                """.formatted(
                URI.create(endpoint).getAuthority(), token ? "-H 'Authorization: Bearer TOKEN' " : "", endpoint);
    }
}
