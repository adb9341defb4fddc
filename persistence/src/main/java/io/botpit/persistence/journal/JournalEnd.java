package io.botpit.persistence.journal;

/**
 * Where a journal ends, as a complete reading of it found out; whoever goes on writing starts here.
 *
 * @param offset of the byte behind the last good record
 * @param sequence of the last good record, 0 when there is none but the head
 * @param chain of the last good record
 * @param tornBytes behind it, of a batch that was never acknowledged; they are cut off before the next append
 */
public record JournalEnd(long offset, long sequence, Chain chain, long tornBytes) {}
