/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;

class StoreBreakerTest {
  private final CoStore store =
      (CoStore)
          Proxy.newProxyInstance(
              CoStore.class.getClassLoader(), new Class<?>[] {CoStore.class}, (p, m, a) -> null);

  private final CoStoreAccess access =
      new CoStoreAccess() {
        @Override
        public CoStore store() {
          return store;
        }

        @Override
        public UnseenEntities unseen() {
          return NoUnseenEntities.NONE;
        }

        @Override
        public Consistency consistency() {
          return Consistency.STRONG;
        }

        @Override
        public boolean pushdown() {
          return true;
        }
      };

  @Test
  void leavesAStoreAloneThatHasFailed() {
    StoreBreaker breaker = new StoreBreaker(access, Duration.ofHours(1));
    assertThat(breaker.store()).isSameAs(store);
    breaker.failed(failure(CoStoreErrorCode.TIMEOUT));
    assertThat(breaker.store()).isNull();
  }

  @Test
  void asksAgainAfterThePause() {
    StoreBreaker breaker = new StoreBreaker(access, Duration.ZERO);
    breaker.failed(failure(CoStoreErrorCode.TIMEOUT));
    assertThat(breaker.store()).isSameAs(store);
  }

  @Test
  void staysWithAStoreThatHasNoIndexesYet() {
    StoreBreaker breaker = new StoreBreaker(access, Duration.ofHours(1));
    breaker.failed(failure(CoStoreErrorCode.INDEX_GONE));
    assertThat(breaker.store()).isSameAs(store);
  }

  private static CoStoreException failure(CoStoreErrorCode code) {
    return new CoStoreException(code, "a test");
  }
}
