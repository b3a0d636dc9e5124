import type { TrainingRowView } from '#contexts/matching/matching.dto';
import type { ApiClient } from '#platform/http/api-client';
import type { PageView } from '#platform/http/paging';

/** Every training row of the installation, oldest first. */
export async function readRows(api: ApiClient): Promise<TrainingRowView[]> {
  const rows: TrainingRowView[] = [];
  for (let cursor = ''; ; ) {
    const page = await api.get<PageView<TrainingRowView>>(`/training-rows?limit=100${cursor && `&cursor=${cursor}`}`);
    rows.push(...page.items);
    if (page.next === undefined) return rows;
    cursor = page.next;
  }
}
