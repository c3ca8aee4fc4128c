import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { schemaOfPackage } from './toolchains/terraform/extract-schema/provider-package'

/** A module as the generator of `@cdktn/provider-aws` writes it, with less in it. */
const MODULE = `"use strict";
function thingSizeToTerraform(struct) {
    return { amount: cdktn.numberToTerraform(struct.amount) };
}
function thingSizeToHclTerraform(struct) {
    if (!cdktn.canInspect(struct)) {
        return struct;
    }
    const attrs = {
        amount: {
            value: cdktn.numberToHclTerraform(struct.amount),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return attrs;
}
class ThingSizeOutputReference extends cdktn.ComplexObject {
    // amount - computed: false, optional: false, required: true
    _amount;
    get amount() {
        return this.getNumberAttribute('amount');
    }
}
class ThingSizeList extends cdktn.ComplexList {
}
function thingTimeoutsToHclTerraform(struct) {
    return {};
}
class ThingTimeoutsOutputReference extends cdktn.ComplexObject {
}
class ThingEndpointsOutputReference extends cdktn.ComplexObject {
    // url - computed: true, optional: false, required: false
    get url() {
        return this.getStringAttribute('url');
    }
}
class ThingEndpointsList extends cdktn.ComplexList {
}
class Thing extends cdktn.TerraformResource {
    static tfResourceType = "aws_thing";
    // arn - computed: true, optional: false, required: false
    get arn() {
        return this.getStringAttribute('arn');
    }
    // endpoints - computed: true, optional: false, required: false
    _endpoints = new ThingEndpointsList(this, "endpoints", false);
    // names - computed: true, optional: true, required: false
    _names;
    // size - computed: false, optional: false, required: true
    _size = new ThingSizeList(this, "size", true);
    // timeouts - computed: false, optional: true, required: false
    _timeouts = new ThingTimeoutsOutputReference(this, "timeouts");
    synthesizeHclAttributes() {
        const attrs = {
            names: {
                value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(this._names),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            size: {
                value: cdktn.listMapperHcl(thingSizeToHclTerraform, true)(this._size.internalValue),
                isBlock: true,
                type: "set",
                storageClassType: "ThingSizeList",
            },
            timeouts: {
                value: thingTimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ThingTimeouts",
            },
        };
        return attrs;
    }
}
`

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'provider-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** The schema of `type` in a package whose module of it has this code. */
function extracted(code: string, type = 'aws_thing') {
  const provider = { name: 'registry.terraform.io/hashicorp/aws', version: '6.66.0' }
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ cdktn: { provider } }))
  for (const name of ['thing', 'data-aws-thing']) {
    fs.mkdirSync(path.join(folder, 'lib', name), { recursive: true })
    fs.writeFileSync(path.join(folder, 'lib', name, 'index.js'), code)
  }
  return schemaOfPackage(folder, [type])
}

const READ_ONLY = { required: false, optional: false, computed: true }

const THING = {
  attributes: {
    arn: READ_ONLY,
    endpoints: READ_ONLY,
    names: { required: false, optional: true, computed: true, type: 'stringList' },
  },
  blocks: {
    size: {
      required: true,
      nesting: 'set',
      max: null,
      attributes: { amount: { required: true, optional: false, computed: false, type: 'number' } },
      blocks: {},
    },
    timeouts: { required: false, nesting: 'struct', max: 1, attributes: {}, blocks: {} },
  },
}

describe('the schema of a provider, from the package that is generated from it', () => {
  it('has the version of the provider, attributes, and blocks with their nesting and number', () => {
    expect(extracted(MODULE)).toEqual({
      provider: { name: 'registry.terraform.io/hashicorp/aws', version: '6.66.0' },
      resources: { aws_thing: THING },
    })
  })

  it('has data sources too', () => {
    expect(extracted(MODULE, 'data.aws_thing').resources).toEqual({ 'data.aws_thing': THING })
  })

  it.each([
    [
      'a class of another resource',
      'tfResourceType = "aws_thing"',
      'tfResourceType = "aws_other"',
      'no class of aws_thing',
    ],
    [
      'an attribute that nothing writes',
      /names: \{[^}]*\},/,
      '',
      'aws_thing.names can be set, but nothing writes it',
    ],
    ['an attribute without the comment that describes it', / +\/\/ names .*\n/, '', 'no member for names'],
    [
      'a block without a class',
      'class ThingSizeOutputReference',
      'class Other',
      'no class of the block aws_thing.size',
    ],
  ])('throws at %s', (_, from, to, message) => {
    const changed = MODULE.replace(from, to)
    expect(changed).not.toBe(MODULE)
    expect(() => extracted(changed)).toThrow(message)
  })
})
