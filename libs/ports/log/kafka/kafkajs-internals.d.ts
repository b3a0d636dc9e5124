declare module 'kafkajs/src/protocol/requests/fetch/v11/response.js' {
  interface FetchedPartition {
    readonly partition: number;
    readonly messages: object[];
  }
  interface FetchResponse {
    readonly responses: readonly { readonly topicName: string; readonly partitions: readonly FetchedPartition[] }[];
  }
  const response: { decode(raw: Buffer): Promise<FetchResponse> };
  export default response;
}
