package io.pacelight.faults.process;

import io.pacelight.embedded.EmbeddedBroker;
import io.pacelight.embedded.MailSink;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.kit.stream.TopicPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * One district's broker, store, mail server and services, each but the mail server in a process of its own. Services
 * reach broker and store through proxies; ports stay the same over restarts, as do the data.
 */
final class Installation implements AutoCloseable {
    static final String DISTRICT = "faults";

    private static final String STORE = "store";
    private static final String BROKER = "broker";

    /** How long a process may take to come up: many times what it takes on a machine that does nothing else. */
    private static final Duration START = Duration.ofMinutes(10);

    private static final long DELAY_MILLIS = 120;
    private static final long REHEARSAL_SECONDS = 240;

    private final Path dir;
    private final SignIn signIn = SignIn.start();
    private final MailSink mail = MailSink.start(0);
    private final int brokerPort;
    private final int storePort;
    private final int brokerDoor;
    private final int storeDoor;
    private final TcpProxy brokerProxy;
    private final TcpProxy storeProxy;
    private final Path shift;
    private final Path agent;
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private volatile @Nullable Mutant mutant;
    private @Nullable Jvm broker;
    private @Nullable Jvm store;
    private boolean closed;

    private Installation(Path dir) {
        this.dir = dir;
        List<Integer> ports = freePorts(4);
        this.brokerPort = ports.get(0);
        this.storePort = ports.get(1);
        this.brokerDoor = ports.get(2);
        this.storeDoor = ports.get(3);
        this.brokerProxy = TcpProxy.between(brokerDoor, brokerPort, DELAY_MILLIS);
        this.storeProxy = TcpProxy.between(storeDoor, storePort, DELAY_MILLIS);
        this.shift = dir.resolve("school-clock");
        this.agent = FaultAgent.jar(dir);
    }

    /**
     * Broker with all topics and store are up when this returns; services are started one by one.
     *
     * @param onSmallDisks whether their data lie on small disks of their own, where that is permitted
     */
    static Installation start(Path dir, Instant schoolTime, boolean onSmallDisks) {
        try {
            Files.createDirectories(dir.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Installation installation = new Installation(dir);
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "installation-close"));
        if (onSmallDisks && Disk.mount(installation.storeDir())) Disk.mount(installation.brokerDir());
        installation.schoolTime(schoolTime);
        installation.startStore();
        installation.startBroker();
        List<TopicSpec> topics = new ArrayList<>();
        for (TopicPlan plan : TopicPlan.load())
            topics.add(new TopicSpec(plan.name(), plan.partitions(), plan.configs()));
        EmbeddedBroker.createTopics(installation.bootstrap(), topics);
        return installation;
    }

    /** One running copy of a service; {@code options} are for its JVM alone. */
    final class Instance {
        private final Part part;
        private final String name;
        private final int port;
        private final Http http;
        private volatile @Nullable Jvm jvm;

        private Instance(Part part, String name, int port) {
            this.part = part;
            this.name = name;
            this.port = port;
            this.http = new Http(URI.create("http://127.0.0.1:" + port), () -> signIn.dataDesk(DISTRICT));
        }

        Part part() {
            return part;
        }

        String name() {
            return name;
        }

        Http http() {
            return http;
        }

        Jvm jvm() {
            Jvm running = jvm;
            if (running == null) throw new IllegalStateException(name + " was never started");
            return running;
        }

        void launch(List<String> options, Map<String, String> environment) {
            List<String> all = new ArrayList<>(options);
            if (Files.exists(remembered())) {
                all.add("-XX:AOTCache=" + remembered());
                all.add("-Xlog:aot=off");
            }
            Mutant inside = mutant(part);
            if (inside != null && options.stream().noneMatch(option -> option.startsWith("-javaagent")))
                all.add(FaultAgent.mutant(agent, inside));
            List<String> arguments = new ArrayList<>(List.of(part.application().getName(), shift.toString()));
            arguments.addAll(properties(part, port));
            jvm = Jvm.start(
                    name,
                    ServiceProcess.class,
                    all,
                    arguments,
                    environment,
                    dir.resolve("log").resolve(name + ".log"));
        }

        void launch(String... options) {
            launch(List.of(options), Map.of());
        }

        boolean ready() {
            return http.answers("/actuator/health/readiness");
        }

        /** Returns when it answers, or has ended: an armed one may end before it is ready. */
        void awaitReadyOrEnd() {
            Pause.until(name + " is ready (see its log)", START, () -> !jvm().alive() || ready());
        }

        void awaitReady() {
            awaitReadyOrEnd();
            if (!jvm().alive()) throw new IllegalStateException(name + " ended while it was to start; see its log");
        }
    }

    Instance instance(Part part, int number) {
        String name = part.label() + "-" + number;
        synchronized (instances) {
            return instances.computeIfAbsent(
                    name, ignored -> new Instance(part, name, freePorts(1).getFirst()));
        }
    }

    Instance instance(Part part) {
        return instance(part, 1);
    }

    /** From now on every service that is started lacks a safeguard. */
    void mutate(Mutant into) {
        mutant = into;
    }

    /** What the service lacks, or none. */
    @Nullable
    Mutant mutant(Part part) {
        Mutant inside = mutant;
        return inside != null && inside.isIn(part) ? inside : null;
    }

    /**
     * Starts one service for the JVM to remember the classes that all of them load; later starts take half the time.
     * A JVM that can't do that starts as ever.
     */
    void rehearse() {
        if (Files.exists(remembered())
                && ClassPath.lastChange() < remembered().toFile().lastModified()) return;
        remembered().toFile().delete();
        Instance first = instance(Part.PROGRESSION);
        first.launch(List.of("-XX:AOTCacheOutput=" + remembered(), "-XX:-AOTClassLinking"), Map.of());
        first.awaitReady();
        first.jvm().stop(REHEARSAL_SECONDS); // it writes down what it remembers while it ends
    }

    private Path remembered() {
        return dir.resolveSibling("services.aot");
    }

    /** The first copy of every service, up. */
    void startServices() {
        Instance before = null;
        for (Part part : Part.values()) {
            instance(part).launch();
            if (before != null) before.awaitReady(); // two at a time
            before = instance(part);
        }
        if (before != null) before.awaitReady();
    }

    /** Ends what was not cleaned up of a run in the same folder that was killed itself. */
    static void clear(Path dir) {
        Disk.unmount(dir.resolve(STORE));
        Disk.unmount(dir.resolve(BROKER));
    }

    private List<String> properties(Part part, int port) {
        String kafka = "127.0.0.1:" + brokerDoor;
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.config.name", part.label());
        properties.put("server.port", Integer.toString(port));
        properties.put("server.address", "127.0.0.1");
        properties.put("server.shutdown", "immediate");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "4s");
        properties.put("spring.mongodb.uri", "mongodb://127.0.0.1:" + storeDoor);
        properties.put("spring.cloud.stream.kafka.binder.brokers", kafka);
        properties.put("spring.kafka.bootstrap-servers", kafka);
        // a killed member's partitions are given to its successor as soon as the broker allows
        properties.put("spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms", "6000");
        properties.put("spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms", "1500");
        // small polls, so that there are many steps to be killed between
        properties.put("spring.cloud.stream.kafka.binder.consumer-properties.max.poll.records", "500");
        properties.put("spring.mail.host", mail.host());
        properties.put("spring.mail.port", Integer.toString(mail.port()));
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", signIn.issuer());
        properties.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", signIn.keys());
        List<String> arguments = new ArrayList<>();
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    void startBroker() {
        broker = Jvm.start(
                "broker",
                BrokerProcess.class,
                List.of(),
                List.of(brokerDir().toString(), Integer.toString(brokerPort), Integer.toString(brokerDoor)),
                Map.of(),
                dir.resolve("log").resolve("broker.log"));
        Pause.until("the broker answers", START, this::brokerAnswers);
    }

    void startStore() {
        store = Jvm.start(
                "store",
                StoreProcess.class,
                List.of(),
                List.of(storeDir().toString(), Integer.toString(storePort)),
                Map.of(),
                dir.resolve("log").resolve("store.log"));
        Pause.until("the store answers", START, () -> listens(storePort));
    }

    Path storeDir() {
        return dir.resolve(STORE);
    }

    Path brokerDir() {
        return dir.resolve(BROKER);
    }

    Jvm broker() {
        Jvm running = broker;
        if (running == null) throw new IllegalStateException("the broker was never started");
        return running;
    }

    Jvm store() {
        Jvm running = store;
        if (running == null) throw new IllegalStateException("the store was never started");
        return running;
    }

    TcpProxy brokerProxy() {
        return brokerProxy;
    }

    TcpProxy storeProxy() {
        return storeProxy;
    }

    MailSink mail() {
        return mail;
    }

    Path agent() {
        return agent;
    }

    Path file(String name) {
        return dir.resolve(name);
    }

    /** Where clients of the broker connect to; it tells them no other address. */
    String bootstrap() {
        return "127.0.0.1:" + brokerDoor;
    }

    /** The store without a proxy between. */
    String storeUri() {
        return "mongodb://127.0.0.1:" + storePort;
    }

    /** Moves every service's school clock to {@code now}. */
    void schoolTime(Instant now) {
        long seconds = Duration.between(Instant.now(), now).toSeconds();
        try {
            Path next = Files.writeString(dir.resolve("school-clock.next"), Long.toString(seconds));
            Files.move(next, shift, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant schoolTime() {
        try {
            return Instant.now()
                    .plusSeconds(Long.parseLong(Files.readString(shift).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean brokerAnswers() {
        if (!listens(brokerPort)) return false;
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                "5000",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                "3000"))) {
            return !admin.describeCluster().nodes().get(6, TimeUnit.SECONDS).isEmpty();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            try {
                for (int i = 0; i < count; i++) held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            } finally {
                for (ServerSocket socket : held) socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return held.stream().map(ServerSocket::getLocalPort).toList();
    }

    /** Whatever it started is gone and its disks are unmounted when this returns; also where the suite is asked to stop. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        List<Instance> all;
        synchronized (instances) {
            all = List.copyOf(instances.values());
        }
        for (Instance instance : all) if (instance.jvm != null) instance.jvm().kill();
        if (broker != null) broker.kill();
        if (store != null) store.kill();
        Disk.unmount(storeDir());
        Disk.unmount(brokerDir());
        brokerProxy.close();
        storeProxy.close();
        mail.close();
        signIn.close();
    }
}
