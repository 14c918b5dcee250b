/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.gateway.statics;

import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.eclipse.jetty.server.handler.HandlerList;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.neo4j.server.web.Jetty9WebServer;
import org.neo4j.server.web.WebServer;

/** Lets Jetty's own servlet for files serve a folder, on the port and the threads of the rest. */
@Path("/mount")
public final class StaticFiles {
  /** Where the files are mounted. */
  public static final String MOUNT = "/static-files";

  @Context private WebServer server;

  /** Mounts a folder of the server's machine. */
  @POST
  public String mount(@QueryParam("folder") String folder) throws Exception {
    HandlerList handlers = (HandlerList) ((Jetty9WebServer) server).getJetty().getHandler();
    ServletContextHandler files = new ServletContextHandler();
    files.setContextPath(MOUNT);
    files.setResourceBase(folder);
    files.addServlet(new ServletHolder(new DefaultServlet()), "/");
    handlers.prependHandler(files);
    files.start();
    return MOUNT;
  }
}
