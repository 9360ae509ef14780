/** What CI applies in the situations, as it lies in Git. */

/** A Deployment, in the way people write one. */
export const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app: web
    tier: front
  annotations:
    example.com/owner: team-web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.com/shop/web:1.4.2
          env:
            - name: LOG_LEVEL
              value: info
            - name: REGION
              value: eu-1
          ports:
            - containerPort: 8080
          resources:
            limits:
              cpu: 1000m
              memory: 512Mi
`;

export const CONFIG_MAP = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  TIMEOUT_MS: "3000"
  MODE: strict
`;

export const SECRET = `apiVersion: v1
kind: Secret
metadata:
  name: database
stringData:
  password: first-password
`;

export const POD = `apiVersion: v1
kind: Pod
metadata:
  name: batch
  labels:
    app: batch
spec:
  containers:
    - name: batch
      image: registry.example.com/shop/batch:2.0.0
`;

export const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
`;

export const AUTOSCALER = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 3
  maxReplicas: 6
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`;

/** Applied before anything else: it serves {@link GADGET}. */
export const GADGET_DEFINITION = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: gadgets.shop.example.com
spec:
  group: shop.example.com
  scope: Namespaced
  names: { kind: Gadget, plural: gadgets, singular: gadget, listKind: GadgetList }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size: { type: integer, default: 1 }
                colour: { type: string }
                parts:
                  type: array
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [name]
                  items:
                    type: object
                    required: [name]
                    properties:
                      name: { type: string }
                      count: { type: integer, default: 1 }
`;

export const GADGET = `apiVersion: shop.example.com/v1
kind: Gadget
metadata:
  name: blue
spec:
  colour: blue
  parts:
    - name: wheel
      count: 4
    - name: lamp
`;

/** A manifest with some of its text replaced. @throws RangeError when the text is not there */
export function changed(manifest: string, from: string, to: string): string {
  if (!manifest.includes(from)) {
    throw new RangeError(`"${from}" is not in the manifest`);
  }
  return manifest.replace(from, () => to);
}
