package dev.countersign.server.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.server.console.Signing.Wish;
import dev.countersign.testkit.wire.DevClient;
import java.time.Instant;

final class ScratchLookTest extends ConsoleBrowsing {
    static final Path OUT = Path.of("/tmp/explore/shots");
    private static String suffix = "";

    private static void shot(String name) throws Exception {
        Object height = browser().driver.executeScript("return Math.min(3000, document.documentElement.scrollHeight)");
        Object width = browser().driver.executeScript("return innerWidth");
        Map<String, Object> png = browser().driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true,
            "clip", Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        Files.write(OUT.resolve(name + suffix + ".png"), Base64.getDecoder().decode((String) png.get("data")));
    }

    private static Signed signed(DevClient.Key key) {
        String host = world.base().substring("http://".length());
        return new Signing(world.client, host).sign(new Wish(Scheme.TC3, "POST", key,
            new Outgoing.Asked("SendVerifyCode", "2022-09-28", "intlpartnersmgt"), Instant.ofEpochSecond(Instant.now().getEpochSecond()), "1",
            Map.of("CountryCode", "852", "PhoneNum", "61234567")));
    }

    @Test
    void look() throws Exception {
        Files.createDirectories(OUT);
        String host = world.base().substring("http://".length());
        for (String look : new String[] {"1280 light en", "1280 dark zh", "390 light zh", "390 dark en", "1280 dark en", "390 light en"}) {
            String[] l = look.split(" ");
            suffix = "-" + l[0] + "-" + l[1] + "-" + l[2];
            browser().looks(Integer.parseInt(l[0]), l[1]);
            open("/console/prefer?lang=" + l[2] + "&back=/console/explorer");
            shot("index");
            open("/console/explorer?q=nothing+at+all"); shot("none");
            open("/console/explorer?q=verify"); shot("found");
            open("/console/nowhere"); shot("nowhere");
            open(ExplorerTest.SEND); shot("send");
            element("a[href='#answer']").click(); shot("send-noanswer");
            element("a[href='#signature']").click(); shot("send-signature");
            element("a[href='#code']").click(); shot("send-code");
            open(ExplorerTest.SEND + "?p.PhoneNum=");
            browser().driver.findElement(By.cssSelector("button[value=call]")).click();
            element("#outcome"); shot("send-refused");
            open("/console/explorer/tencent/sts/2018-08-13/GetCallerIdentity");
            browser().driver.findElement(By.cssSelector("button[value=call]")).click();
            element("#outcome"); shot("who-ok");
            open("/console/explorer/tencent/cam/2019-01-16/AddUser?fill=all&scheme=tc3"); shot("adduser");
            open("/console/explorer/alibaba/sts/2015-04-01/AssumeRole"); shot("assume");
            open("/console/explorer/rest/countersign/v1/StartVerification"); shot("start");
            open("/console/doctor"); shot("doctor");
            DevClient.Key liar = new DevClient.Key(DevClient.ALICE.id(), "another");
            String id = DoctorChecksTest.id(new Signing(world.client, host).send(signed(liar)));
            open("/console/doctor?id=" + id); shot("doctor-id");
            open("/console/doctor?id=no"); shot("doctor-bad");
            open("/console/doctor?id=00000000-0000-4000-8000-000000000000"); shot("doctor-unknown");
            Signed call = signed(DevClient.ALICE);
            open("/console/doctor");
            type("#request", Signing.curl(call, host, call.body().toUtf8() + "\n"));
            element("#request").submit(); element("#result"); shot("doctor-pasted");
            open("/console/doctor");
            type("#request", "curl 'http://x");
            element("#request").submit(); element("#request-wrong"); shot("doctor-unreadable");
        }
    }
}
