package org.pixazo.monitoring.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.pixazo.web.control.Draining;

/**
 * Lets a launcher begin the draining: it calls {@code drain()} of the MBean {@value #NAME}, as Pixazo's does, before it
 * stops the server, while connections still work. Without one, {@link ApplicationEnd} begins it.
 */
@Singleton
@Startup
@DependsOn("LogStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ShutdownStart {

    static final String NAME = "org.pixazo:type=Drain";

    private static final Logger LOG = Logger.getLogger(ShutdownStart.class.getName());

    @Inject
    Draining draining;

    @Resource
    SessionContext context;

    private ObjectName registered;

    @PostConstruct
    void register() {
        // By way of the container, because the launcher's thread knows neither our classes nor our transactions.
        ShutdownStart throughContainer = context.getBusinessObject(ShutdownStart.class);
        DrainMBean drain = throughContainer::drain;
        try {
            registered = server().registerMBean(new StandardMBean(drain, DrainMBean.class), new ObjectName(NAME))
                    .getObjectName();
        } catch (InstanceAlreadyExistsException e) {
            LOG.log(Level.INFO, "Another Pixazo runs in this JVM; a launcher tells only that one of its stop", e);
        } catch (JMException e) {
            throw new IllegalStateException("The MBean " + NAME + " cannot be registered", e);
        }
    }

    /** Begins, and returns when everybody who observes is done. */
    public void drain() {
        draining.begin();
    }

    @PreDestroy
    void unregister() {
        if (registered != null) {
            try {
                server().unregisterMBean(registered);
            } catch (JMException e) {
                LOG.log(Level.WARNING, "The MBean " + NAME + " stays behind", e);
            }
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
