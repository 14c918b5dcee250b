/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import org.elasticsearch.client.Response;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;

/** One page of a search: ids, a number with each, and which of them matched a named query. */
final class SearchPage {
  /** What of an answer this reads. */
  static final String FILTER_PATH =
      "timed_out,_shards.failed,hits.total.value,hits.hits.sort,hits.hits.matched_queries,"
          + "hits.hits.fields";

  private long[] ids;
  private long[] numbers;
  private int size;
  private final BitSet named = new BitSet();
  private long total = -1;
  private boolean whole = true;

  private SearchPage(int expected) {
    ids = new long[expected];
    numbers = new long[0];
  }

  /**
   * Reads an answer.
   *
   * @param most hits that were asked for
   * @param withNumber whether each hit has a field with a number, too
   */
  static SearchPage of(Response response, int most, boolean withNumber) {
    SearchPage page = new SearchPage(Math.min(most, 1024));
    if (withNumber) {
      page.numbers = new long[page.ids.length];
    }
    try (InputStream in = response.getEntity().getContent();
        JsonParser json = Json.FACTORY.createParser(in)) {
      json.nextToken();
      page.object(json);
    } catch (IOException e) {
      throw new CoStoreException(
          CoStoreErrorCode.UNEXPECTED_ANSWER, "the answer is no JSON: " + e.getMessage(), e);
    }
    if (!page.whole) {
      throw new CoStoreException(CoStoreErrorCode.OVERLOADED, "some shards did not answer");
    }
    return page;
  }

  private void object(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.getCurrentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "hits":
          if (value == JsonToken.START_ARRAY) {
            hits(json);
          } else {
            object(json);
          }
          break;
        case "total":
        case "_shards":
          object(json);
          break;
        case "value":
          total = json.getLongValue();
          break;
        case "failed":
          whole &= json.getIntValue() == 0;
          break;
        case "timed_out":
          whole &= !json.getBooleanValue();
          break;
        default:
          json.skipChildren();
      }
    }
  }

  private void hits(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size * 2);
        numbers = numbers.length == 0 ? numbers : Arrays.copyOf(numbers, size * 2);
      }
      hit(json);
      size++;
    }
  }

  private void hit(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.getCurrentName();
      json.nextToken();
      switch (name) {
        case "sort":
          json.nextToken();
          ids[size] = json.getLongValue();
          json.nextToken();
          break;
        case "fields":
          // The one field there is: an object with an array with a number.
          json.nextToken();
          json.nextToken();
          json.nextToken();
          numbers[size] = json.getLongValue();
          json.nextToken();
          json.nextToken();
          break;
        case "matched_queries":
          named.set(size);
          json.skipChildren();
          break;
        default:
          json.skipChildren();
      }
    }
  }

  int size() {
    return size;
  }

  long lastId() {
    return ids[size - 1];
  }

  long[] ids() {
    return ids.length == size ? ids : Arrays.copyOf(ids, size);
  }

  long number(int position) {
    return numbers[position];
  }

  /** Positions of hits that matched a query with a name. */
  BitSet named() {
    return named;
  }

  /** Hits in all; -1 where it was not asked for. */
  long total() {
    return total;
  }
}
