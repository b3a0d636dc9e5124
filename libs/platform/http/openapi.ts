import { applyDecorators, type INestApplication, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOperation,
  ApiProperty,
  ApiResponse,
  DocumentBuilder,
  getSchemaPath,
  type OpenAPIObject,
  SwaggerModule,
} from '@nestjs/swagger';

class FieldProblem {
  @ApiProperty({ description: 'JSON pointer of the input field', example: '/deadline' })
  pointer!: string;
  @ApiProperty({ example: 'demand.deadline_past' })
  code!: string;
  @ApiProperty()
  detail!: string;
}

/** RFC 9457 problem document, the answer to every refused request. */
export class Problem {
  @ApiProperty({ example: '/problems/demand.deadline_past' })
  type!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ example: 422 })
  status!: number;
  @ApiProperty({ description: 'One sentence in the language of Accept-Language (zh or en) that says what to change' })
  detail!: string;
  @ApiProperty({ description: 'Stable code' })
  code!: string;
  @ApiProperty({ description: 'Id of the request' })
  instance!: string;
  @ApiProperty({ type: [FieldProblem], required: false })
  errors?: FieldProblem[];
}

interface Doc {
  readonly summary: string;
  readonly description?: string;
  /** Class of the answer; omitted where there is none (204). */
  readonly answer?: Type<unknown>;
  readonly list?: boolean;
  /** Media types of an answer that is no JSON. */
  readonly types?: readonly string[];
  readonly status?: 200 | 201 | 202 | 204;
  /** The body is a file, of one of these media types. */
  readonly file?: { readonly types: readonly string[]; readonly description?: string };
}

const STREAM = { schema: { type: 'string', format: 'binary' } };

/** One decorator for the whole OpenAPI entry of an endpoint. */
export function Endpoint(doc: Doc) {
  const content = doc.types ? { content: Object.fromEntries(doc.types.map((type) => [type, STREAM])) } : {};
  const sent = doc.file
    ? [ApiConsumes(...doc.file.types), ApiBody({ ...STREAM, description: doc.file.description ?? 'The file itself' })]
    : [];
  return applyDecorators(
    ...sent,
    ApiOperation({ summary: doc.summary, ...(doc.description ? { description: doc.description } : {}) }),
    ApiResponse({
      status: doc.status ?? 200,
      description: 'Done',
      ...content,
      ...(doc.answer ? { type: doc.answer, ...(doc.list ? { isArray: true } : {}) } : {}),
    }),
    ApiExtraModels(Problem),
    ApiResponse({
      status: '4XX' as unknown as number,
      description: 'Problem document (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
    }),
  );
}

/** The document of every endpoint in the process. */
export function createOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Rulian 入链')
    .setDescription(
      'Links chain leaders with small specialised firms. Writes take an Idempotency-Key; lists are paged by cursor; every time is UTC ISO 8601; refusals are RFC 9457 problem documents in the language of Accept-Language (zh, en). `x-access` says who may call: `any` role for everything, `own` role for things of its own organisation.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Session token or API key' })
    .addCookieAuth('rulian_session')
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** The document at /api/openapi.json, its page at /api/docs. */
export function serveOpenApi(app: INestApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Rulian API',
  });
}
